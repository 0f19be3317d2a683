/* What somebody meant who typed Vietnamese by its keys, but without the program that makes letters of them. */

const SYLLABLE = /^(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/

/* Give the folded syllable behind `toom`, `muoois`, `ddoong` (Telex) or `to6m`, `d9o6ng` (VNI); null where there is none. */
export function keyed(word) {
  if (!/^[a-z]/.test(word)) return null
  const plain = /\d/.test(word) ? word.replace(/\d/g, "") : telex(word)
  return plain !== word && SYLLABLE.test(plain) ? plain : null
}

/* A tone is keyed somewhere after the vowel, a hat by the letter again, a stroke by dd, a horn or breve by w. */
const telex = (word) =>
  word
    .replace(/^(.*[aeiouyw].*)[sfrxjz]/, "$1")
    .replace(/([aeod])\1/g, "$1")
    .replace(/w/g, (_, place, whole) => (/[aou]/.test(whole.slice(0, place)) ? "" : "u"))
