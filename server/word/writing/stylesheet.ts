import {
  CELL_STYLE,
  CLAUSE_STYLES,
  type ClauseStyle,
  DEEPEST_LIST,
  FILLER_STYLE,
  FOOTNOTE_REFERENCE_STYLE,
  FOOTNOTE_TEXT_STYLE,
  HEADER_CELL_STYLE,
  HYPERLINK_STYLE,
  LIST_ITEM_STYLE,
  listContinueStyle,
  RECORD_STYLE,
  RECORD_TITLE_STYLE,
} from '../styles';
import { listIndent } from './numbering';
import { element } from './xml';

/** Fonts that Word looks for; fontTable.xml says what may stand in for them. */
export const FONTS = {
  latin: 'Cambria',
  thai: 'TH Sarabun New',
  eastAsian: 'Noto Serif CJK SC',
} as const;

/** In half points. Thai letters are small for their size; among Latin ones they must not drive the lines apart. */
const LATIN_SIZE = 22;
const THAI_SIZE = { ofTheText: 32, ofPassages: 26 } as const;

/** `word/styles.xml`. `language` is the document's own, as a tag ("en-GB", "th-TH"). */
export function stylesXml(language: string): string {
  const thaiSize = isThai(language) ? THAI_SIZE.ofTheText : THAI_SIZE.ofPassages;
  const paragraphStyle = (id: string, name: string, form: Form) =>
    paragraphStyleXml(id, name, form, thaiSize / LATIN_SIZE);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
    'w:styles',
    { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
    defaults(language, thaiSize),
    paragraphStyle('Normal', 'Normal', { isDefault: true }),
    ...CLAUSE_STYLES.map((style) => paragraphStyle(style.id, style.name, clauseForm(style))),
    paragraphStyle(LIST_ITEM_STYLE.id, LIST_ITEM_STYLE.name, { after: 60 }),
    ...Array.from({ length: DEEPEST_LIST }, (_, index) => {
      const { id, name } = listContinueStyle(index + 1);
      return paragraphStyle(id, name, { after: 60, left: listIndent(index + 1) });
    }),
    paragraphStyle(CELL_STYLE.id, CELL_STYLE.name, { before: 40, after: 40, size: 20 }),
    paragraphStyle(HEADER_CELL_STYLE.id, HEADER_CELL_STYLE.name, {
      before: 40,
      after: 40,
      size: 20,
      isBold: true,
      keepNext: true,
    }),
    paragraphStyle(RECORD_TITLE_STYLE.id, RECORD_TITLE_STYLE.name, {
      after: 160,
      size: 26,
      isBold: true,
      keepNext: true,
      opensPage: true,
    }),
    paragraphStyle(RECORD_STYLE.id, RECORD_STYLE.name, { after: 100, size: 20 }),
    paragraphStyle(FILLER_STYLE.id, FILLER_STYLE.name, { after: 0, size: 8 }),
    paragraphStyle(FOOTNOTE_TEXT_STYLE.id, FOOTNOTE_TEXT_STYLE.name, { after: 20, size: 18 }),
    paragraphStyle('Header', 'header', { after: 0, size: 18, colour: '5A6270', rightTab: true }),
    paragraphStyle('Footer', 'footer', { after: 0, size: 18, colour: '5A6270', rightTab: true }),
    paragraphStyle('CommentText', 'annotation text', { after: 0, size: 20 }),
    characterStyle(
      FOOTNOTE_REFERENCE_STYLE.id,
      FOOTNOTE_REFERENCE_STYLE.name,
      '<w:vertAlign w:val="superscript"/>',
    ),
    characterStyle(
      HYPERLINK_STYLE.id,
      HYPERLINK_STYLE.name,
      '<w:color w:val="1F4E79"/><w:u w:val="single"/>',
    ),
    TABLE_STYLE,
  )}`;
}

interface Form {
  /** Space before and after, indents: twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  readonly left?: number;
  readonly firstLine?: number;
  /** Half points, Latin letters. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isCentred?: boolean;
  readonly keepNext?: boolean;
  readonly opensPage?: boolean;
  readonly outline?: number;
  readonly colour?: string;
  readonly rightTab?: boolean;
  readonly isDefault?: boolean;
}

function clauseForm({ kind, level }: ClauseStyle): Form {
  switch (kind) {
    case 'title':
      return { before: 120, after: 240, size: 30, isBold: true, isCentred: true, keepNext: true };
    case 'annex':
      return { before: 480, after: 200, size: 26, isBold: true, isCentred: true, keepNext: true, outline: 0 };
    case 'heading':
      return {
        before: 300 - 40 * level,
        after: 100,
        size: 28 - 2 * level,
        isBold: level < 3,
        isItalic: level === 3,
        keepNext: true,
        outline: level - 1,
      };
    case 'operative':
      return { left: level * 454 };
    case 'preambular':
      return { firstLine: 454 };
    case 'closing':
      return { before: 240 };
    case 'chapeau':
    case 'paragraph':
      return {};
  }
}

function isThai(language: string): boolean {
  return language.startsWith('th');
}

function paragraphStyleXml(id: string, name: string, form: Form, thaiRatio: number): string {
  const isBody = CLAUSE_STYLES.some((style) => style.id === id && style.kind === 'paragraph');
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': form.isDefault === true ? 1 : undefined, 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    form.isDefault === true ? '' : element('w:basedOn', { 'w:val': 'Normal' }),
    form.outline === undefined || isBody ? '' : element('w:next', { 'w:val': 'BodyText' }),
    '<w:qFormat/>',
    element(
      'w:pPr',
      {},
      form.keepNext === true ? '<w:keepNext/>' : '',
      form.opensPage === true ? '<w:pageBreakBefore/>' : '',
      form.rightTab === true ? '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>' : '',
      form.before === undefined && form.after === undefined
        ? ''
        : element('w:spacing', { 'w:before': form.before, 'w:after': form.after }),
      form.left === undefined && form.firstLine === undefined
        ? ''
        : element('w:ind', { 'w:left': form.left, 'w:firstLine': form.firstLine }),
      form.isCentred === true ? '<w:jc w:val="center"/>' : '',
      form.outline === undefined ? '' : element('w:outlineLvl', { 'w:val': form.outline }),
    ),
    element(
      'w:rPr',
      {},
      form.isBold === true ? '<w:b/><w:bCs/>' : '',
      form.isItalic === true ? '<w:i/><w:iCs/>' : '',
      form.colour === undefined ? '' : element('w:color', { 'w:val': form.colour }),
      form.size === undefined
        ? ''
        : element('w:sz', { 'w:val': form.size }) +
            element('w:szCs', { 'w:val': Math.round(form.size * thaiRatio) }),
    ),
  );
}

function characterStyle(id: string, name: string, properties: string): string {
  return element(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id },
    element('w:name', { 'w:val': name }),
    element('w:rPr', {}, properties),
  );
}

function defaults(language: string, thaiSize: number): string {
  return element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', {
          'w:ascii': FONTS.latin,
          'w:hAnsi': FONTS.latin,
          'w:eastAsia': FONTS.eastAsian,
          'w:cs': FONTS.thai,
        }),
        element('w:sz', { 'w:val': LATIN_SIZE }),
        element('w:szCs', { 'w:val': thaiSize }),
        element('w:lang', {
          'w:val': isThai(language) ? 'en-GB' : language,
          'w:eastAsia': 'zh-CN',
          'w:bidi': isThai(language) ? language : 'th-TH',
        }),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'),
    ),
  );
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => element(`w:${edge}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'A8AFBA' }))
  .join('');

const TABLE_STYLE = element(
  'w:style',
  { 'w:type': 'table', 'w:styleId': 'MufakatTable' },
  element('w:name', { 'w:val': 'Mufakat Table' }),
  element(
    'w:tblPr',
    {},
    element('w:tblBorders', {}, BORDERS),
    '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>',
  ),
);

/** `word/fontTable.xml`: what may stand in for a font that a machine has not. */
export const FONT_TABLE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element(
  'w:fonts',
  { 'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main' },
  fontXml(FONTS.latin, 'Caladea', '02040503050406030204', 'roman', '00'),
  fontXml(FONTS.thai, 'Sarabun', '020B0500040200020003', 'swiss', 'DE'),
)}`;

function fontXml(name: string, standIn: string, panose: string, family: string, charset: string): string {
  return element(
    'w:font',
    { 'w:name': name },
    element('w:altName', { 'w:val': standIn }),
    element('w:panose1', { 'w:val': panose }),
    element('w:charset', { 'w:val': charset }),
    element('w:family', { 'w:val': family }),
    '<w:pitch w:val="variable"/>',
  );
}
