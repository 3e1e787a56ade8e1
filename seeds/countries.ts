export interface SeedCountry {
  readonly code: string;
  readonly shortName: string;
  readonly formalName: string;
  readonly localName: string;
  readonly thaiName: string;
  readonly color: string;
}

/**
 * The countries in the English alphabetical order of their short names, which is the order of seating, tables
 * and signatures. Colours are told apart at the size of a caret and read on white paper (contrast 4.5 and more).
 */
export const COUNTRIES: readonly SeedCountry[] = [
  {
    code: 'BN',
    shortName: 'Brunei Darussalam',
    formalName: 'Brunei Darussalam',
    localName: 'Negara Brunei Darussalam',
    thaiName: 'บรูไนดารุสซาลาม',
    color: '#8a6400',
  },
  {
    code: 'KH',
    shortName: 'Cambodia',
    formalName: 'the Kingdom of Cambodia',
    localName: 'កម្ពុជា',
    thaiName: 'กัมพูชา',
    color: '#1d5fd1',
  },
  {
    code: 'CN',
    shortName: 'China',
    formalName: 'the People’s Republic of China',
    localName: '中国',
    thaiName: 'จีน',
    color: '#7a3b2e',
  },
  {
    code: 'ID',
    shortName: 'Indonesia',
    formalName: 'the Republic of Indonesia',
    localName: 'Indonesia',
    thaiName: 'อินโดนีเซีย',
    color: '#c2261c',
  },
  {
    code: 'JP',
    shortName: 'Japan',
    formalName: 'Japan',
    localName: '日本',
    thaiName: 'ญี่ปุ่น',
    color: '#5b6472',
  },
  {
    code: 'LA',
    shortName: 'Lao PDR',
    formalName: 'the Lao People’s Democratic Republic',
    localName: 'ສປປ ລາວ',
    thaiName: 'สปป. ลาว',
    color: '#0b7285',
  },
  {
    code: 'MY',
    shortName: 'Malaysia',
    formalName: 'Malaysia',
    localName: 'Malaysia',
    thaiName: 'มาเลเซีย',
    color: '#7b2fbf',
  },
  {
    code: 'MM',
    shortName: 'Myanmar',
    formalName: 'the Republic of the Union of Myanmar',
    localName: 'မြန်မာ',
    thaiName: 'เมียนมา',
    color: '#4b7a12',
  },
  {
    code: 'PH',
    shortName: 'Philippines',
    formalName: 'the Republic of the Philippines',
    localName: 'Pilipinas',
    thaiName: 'ฟิลิปปินส์',
    color: '#b3540a',
  },
  {
    code: 'KR',
    shortName: 'Republic of Korea',
    formalName: 'the Republic of Korea',
    localName: '대한민국',
    thaiName: 'สาธารณรัฐเกาหลี',
    color: '#2b4a6f',
  },
  {
    code: 'SG',
    shortName: 'Singapore',
    formalName: 'the Republic of Singapore',
    localName: 'Singapore',
    thaiName: 'สิงคโปร์',
    color: '#c2185b',
  },
  {
    code: 'TH',
    shortName: 'Thailand',
    formalName: 'the Kingdom of Thailand',
    localName: 'ประเทศไทย',
    thaiName: 'ไทย',
    color: '#303f9f',
  },
  {
    code: 'TL',
    shortName: 'Timor-Leste',
    formalName: 'the Democratic Republic of Timor-Leste',
    localName: 'Timór-Leste',
    thaiName: 'ติมอร์-เลสเต',
    color: '#6b5d4a',
  },
  {
    code: 'VN',
    shortName: 'Viet Nam',
    formalName: 'the Socialist Republic of Viet Nam',
    localName: 'Việt Nam',
    thaiName: 'เวียดนาม',
    color: '#0f7a4d',
  },
];
