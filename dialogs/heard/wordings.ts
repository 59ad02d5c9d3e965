/** A whole message, in plain form, that is one of these wordings. */
export function wholly(...wordings: readonly string[]): RegExp {
  return new RegExp(`^(?:${wordings.join('|')})$`, 'u');
}

/** One of these wordings in a message in plain form; each says itself where it must begin or end. */
export function containing(...wordings: readonly string[]): RegExp {
  return new RegExp(wordings.join('|'), 'u');
}
