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

/**
 * Words of texting that may be names as well. A name of the record that is one of these is masked wherever it stands; its
 * short form is not, for "dick" and "nick" tell what somebody did.
 */
export const WORDS_THAT_MAY_BE_NAMES: ReadonlySet<string> = new Set(
  `ray don dick willy nick stan ken dot carol ginger sandy pearl gem jet jean dale glen cliff heath river skip buddy bud
  mo bear harmony comfort mercy patience bunny honey cherry candy duke major sonny lucky baby princess noel ash ace randy
  storm`.split(/\s+/),
);
