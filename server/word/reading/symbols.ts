/** Characters that Word keeps by their place in a symbol font, as the characters they are. */
const KNOWN: Readonly<Record<string, string>> = {
  'symbol:b7': '•',
  'symbol:d7': '⋅',
  'symbol:b3': '≥',
  'symbol:a3': '≤',
  'symbol:b9': '≠',
  'symbol:b1': '±',
  'symbol:b4': '×',
  'symbol:b8': '÷',
  'symbol:ae': '→',
  'symbol:ac': '←',
  'symbol:6d': 'μ',
  'symbol:61': 'α',
  'symbol:62': 'β',
  'symbol:64': 'δ',
  'symbol:70': 'π',
  'symbol:b0': '°',
  'symbol:e2': '®',
  'symbol:e3': '©',
  'symbol:e4': '™',
  'symbol:d2': '®',
  'symbol:d3': '©',
  'symbol:d4': '™',
  'wingdings:a7': '▪',
  'wingdings:6e': '■',
  'wingdings:6f': '□',
  'wingdings:71': '❑',
  'wingdings:a8': '☐',
  'wingdings:fc': '✓',
  'wingdings:fb': '✗',
  'wingdings:fe': '☑',
  'wingdings:fd': '☒',
  'wingdings:e0': '→',
  'wingdings:d8': '➢',
  'wingdings:76': '❖',
};

/** The character of a `w:sym`, or null where nobody knows it outside its font. */
export function symbolOf(font: string, code: string): string | null {
  const value = Number.parseInt(code, 16);
  if (!Number.isInteger(value) || value < 32 || value > 0xffff) return null;
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const known = KNOWN[`${font.toLowerCase()}:${place.toString(16)}`];
  if (known !== undefined) return known;
  const isPrivate = value >= 0xd800 && value <= 0xf8ff;
  return isPrivate || /^(symbol|wingdings|webdings)/i.test(font) ? null : String.fromCharCode(value);
}
