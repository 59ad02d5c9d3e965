/**
 * Names that are ordinary words too, folded: whether one stands for somebody is told by its capital, or by what is said
 * around it.
 */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  `will mark grace hope faith rose may june april summer joy jack bill bob rob pat sue dawn eve ivy lily daisy
  poppy ruby amber jade crystal heather holly hazel violet olive iris penny page paige chase grant drew art frank
  gene rich dean miles max guy drake chance angel star sky autumn winter destiny precious blessing prince
  king khan young brown white black green gray grey hill wood ford reed rice cook baker mason hunter love cash
  ellis bell day case burns cross field stone price best long short sharp swift moody hardy strong wise`.split(/\s+/),
);
