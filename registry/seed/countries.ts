import type { NameSource } from './names.ts';

/** A country of the demonstration data: who lives there, where, and how much of the requests comes from there. */
export interface CountryDatum {
  country: string;
  /** Share among the countries other than Belgium. */
  weight: number;
  /** Whose names people bear and which language they write. */
  people: { names: NameSource; language: string }[];
  /** Real cities: name, postal code, region. */
  cities: [city: string, postcode: string, region: string][];
  legalForms: string[];
  phonePrefix: string;
}

/** Four requests in five come from here, so that one desk has a full queue even of a small seed. */
export const belgium: CountryDatum = {
  country: 'BE',
  weight: 0,
  people: [
    { names: 'nl_BE', language: 'nl' },
    { names: 'nl_BE', language: 'nl' },
    { names: 'fr_BE', language: 'fr' },
    { names: 'fr_BE', language: 'fr' },
    { names: 'de', language: 'de' },
    { names: 'pl', language: 'en' },
    { names: 'el', language: 'en' },
    { names: 'bg', language: 'bg' },
    { names: 'pt_PT', language: 'pt' },
    { names: 'en_IE', language: 'en' },
  ],
  cities: [
    ['Antwerpen', '2030', 'Antwerpen'],
    ['Mechelen', '2800', 'Antwerpen'],
    ['Gent', '9000', 'Oost-Vlaanderen'],
    ['Zeebrugge', '8380', 'West-Vlaanderen'],
    ['Roeselare', '8800', 'West-Vlaanderen'],
    ['Liège', '4020', 'Liège'],
    ['Namur', '5000', 'Namur'],
    ['Hasselt', '3500', 'Limburg'],
    ['Bruxelles', '1080', 'Bruxelles'],
  ],
  legalForms: ['BV', 'NV', 'SRL', 'SA'],
  phonePrefix: '+32',
};

/** The other countries. */
export const otherCountries: CountryDatum[] = [
  {
    country: 'FR',
    weight: 5,
    people: [{ names: 'fr', language: 'fr' }],
    cities: [
      ['Le Havre', '76600', 'Normandie'],
      ['Rungis', '94150', 'Île-de-France'],
      ['Perpignan', '66000', 'Occitanie'],
    ],
    legalForms: ['SAS', 'SARL'],
    phonePrefix: '+33',
  },
  {
    country: 'IT',
    weight: 4,
    people: [{ names: 'it', language: 'it' }],
    cities: [
      ['Milano', '20137', 'Lombardia'],
      ['Salerno', '84132', 'Campania'],
      ['Gioia Tauro', '89013', 'Calabria'],
    ],
    legalForms: ['Srl', 'SpA'],
    phonePrefix: '+39',
  },
  {
    country: 'NL',
    weight: 4,
    people: [{ names: 'nl', language: 'nl' }],
    cities: [
      ['Rotterdam', '3089 JH', 'Zuid-Holland'],
      ['Barendrecht', '2991 LD', 'Zuid-Holland'],
      ['Venlo', '5928 RC', 'Limburg'],
    ],
    legalForms: ['BV', 'VOF'],
    phonePrefix: '+31',
  },
  {
    country: 'DE',
    weight: 4,
    people: [{ names: 'de', language: 'de' }],
    cities: [
      ['Hamburg', '20457', 'Hamburg'],
      ['Köln', '50968', 'Nordrhein-Westfalen'],
      ['Freiburg', '79108', 'Baden-Württemberg'],
    ],
    legalForms: ['GmbH', 'eG'],
    phonePrefix: '+49',
  },
  {
    country: 'ES',
    weight: 3,
    people: [{ names: 'es', language: 'es' }],
    cities: [
      ['Algeciras', '11207', 'Andalucía'],
      ['València', '46024', 'Comunitat Valenciana'],
    ],
    legalForms: ['SL', 'SA'],
    phonePrefix: '+34',
  },
  {
    country: 'PL',
    weight: 3,
    people: [{ names: 'pl', language: 'pl' }],
    cities: [
      ['Gdańsk', '80-601', 'Pomorskie'],
      ['Łódź', '90-361', 'Łódzkie'],
    ],
    legalForms: ['sp. z o.o.'],
    phonePrefix: '+48',
  },
  {
    country: 'GR',
    weight: 2,
    people: [{ names: 'el', language: 'el' }],
    cities: [
      ['Πειραιάς', '18545', 'Αττική'],
      ['Θεσσαλονίκη', '54628', 'Κεντρική Μακεδονία'],
    ],
    legalForms: ['ΕΠΕ', 'ΑΕ'],
    phonePrefix: '+30',
  },
  {
    country: 'BG',
    weight: 2,
    people: [{ names: 'bg', language: 'bg' }],
    cities: [
      ['Варна', '9002', 'Варна'],
      ['Пловдив', '4003', 'Пловдив'],
    ],
    legalForms: ['ООД', 'ЕООД'],
    phonePrefix: '+359',
  },
  {
    country: 'RO',
    weight: 2,
    people: [{ names: 'ro', language: 'ro' }],
    cities: [
      ['Constanța', '900900', 'Constanța'],
      ['Cluj-Napoca', '400641', 'Cluj'],
    ],
    legalForms: ['SRL'],
    phonePrefix: '+40',
  },
  {
    country: 'PT',
    weight: 2,
    people: [{ names: 'pt_PT', language: 'pt' }],
    cities: [
      ['Sines', '7520-203', 'Alentejo'],
      ['Matosinhos', '4450-208', 'Norte'],
    ],
    legalForms: ['Lda', 'SA'],
    phonePrefix: '+351',
  },
  {
    country: 'HU',
    weight: 1,
    people: [{ names: 'hu', language: 'hu' }],
    cities: [['Kecskemét', '6000', 'Bács-Kiskun']],
    legalForms: ['Kft'],
    phonePrefix: '+36',
  },
  {
    country: 'FI',
    weight: 1,
    people: [
      { names: 'fi', language: 'fi' },
      { names: 'sv', language: 'sv' },
    ],
    cities: [['Kotka', '48310', 'Kymenlaakso']],
    legalForms: ['Oy'],
    phonePrefix: '+358',
  },
  {
    country: 'DK',
    weight: 1,
    people: [{ names: 'da', language: 'da' }],
    cities: [['Aarhus', '8000', 'Midtjylland']],
    legalForms: ['ApS', 'A/S'],
    phonePrefix: '+45',
  },
  {
    country: 'IE',
    weight: 1,
    people: [
      { names: 'en_IE', language: 'en' },
      { names: 'ga', language: 'ga' },
    ],
    cities: [['Cork', 'T12 K8AF', 'Munster']],
    legalForms: ['Ltd'],
    phonePrefix: '+353',
  },
  {
    country: 'EE',
    weight: 1,
    people: [{ names: 'et', language: 'et' }],
    cities: [['Tartu', '50411', 'Tartumaa']],
    legalForms: ['OÜ'],
    phonePrefix: '+372',
  },
  {
    country: 'LT',
    weight: 1,
    people: [{ names: 'lt', language: 'lt' }],
    cities: [['Klaipėda', '91199', 'Klaipėdos apskritis']],
    legalForms: ['UAB'],
    phonePrefix: '+370',
  },
  {
    country: 'MT',
    weight: 1,
    people: [{ names: 'mt', language: 'mt' }],
    cities: [['Birżebbuġa', 'BBG 3011', 'Malta']],
    legalForms: ['Ltd'],
    phonePrefix: '+356',
  },
];
