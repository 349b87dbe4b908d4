import type { Chapter } from '../../shared/domain/activities.ts';
import type { AuthorityKind } from '../../shared/domain/vocabulary.ts';

/** A real authority of the demonstration data. `key` names it here; `parent` is the key of the one above. */
export interface AuthorityDatum {
  key: string;
  kind: AuthorityKind;
  country: string;
  name: string;
  city: string;
  address: string;
  postcode?: string;
  region?: string;
  /** Its code in TRACES, by the convention of its kind. */
  code?: string;
  parent?: string;
  competences?: Chapter[];
}

const allButOrganic: Chapter[] = ['animal', 'food', 'plant_health', 'other'];

type Line = [
  key: string,
  country: string,
  name: string,
  city: string,
  address: string,
  postcode: string,
];

const central: (Line | [...Line, Chapter[]])[] = [
  ['CCA-BE', 'BE', 'FAVV-AFSCA', 'Brussel', 'Kruidtuinlaan 55', '1000'],
  [
    'CCA-FR',
    'FR',
    "Direction générale de l'alimentation (DGAL)",
    'Paris',
    '251 rue de Vaugirard',
    '75015',
  ],
  [
    'CCA-NL',
    'NL',
    'Nederlandse Voedsel- en Warenautoriteit (NVWA)',
    'Utrecht',
    'Catharijnesingel 59',
    '3511 GG',
  ],
  [
    'CCA-IT',
    'IT',
    'Ministero della Salute',
    'Roma',
    'Viale Giorgio Ribotta 5',
    '00144',
    allButOrganic,
  ],
  ['CCA-IT-ORG', 'IT', 'MASAF', 'Roma', 'Via XX Settembre 20', '00187', ['organic']],
  ['CCA-DE', 'DE', 'BMEL', 'Bonn', 'Rochusstraße 1', '53123', allButOrganic],
  [
    'CCA-DE-ORG',
    'DE',
    'Bundesanstalt für Landwirtschaft und Ernährung (BLE)',
    'Bonn',
    'Deichmanns Aue 29',
    '53179',
    ['organic'],
  ],
  [
    'CCA-IE',
    'IE',
    'Department of Agriculture, Food and the Marine (DAFM)',
    'Dublin',
    'Kildare Street',
    'D02 WK12',
  ],
  ['CCA-DK', 'DK', 'Fødevarestyrelsen', 'Glostrup', 'Stationsparken 31', '2600'],
  ['CCA-FI', 'FI', 'Ruokavirasto', 'Helsinki', 'Mustialankatu 3', '00790'],
  ['CCA-HU', 'HU', 'Nébih', 'Budapest', 'Keleti Károly utca 24', '1024'],
  ['CCA-RO', 'RO', 'ANSVSA', 'București', 'Piața Presei Libere 1', '013701'],
  ['CCA-PT', 'PT', 'DGAV', 'Lisboa', 'Campo Grande 50', '1700-093'],
  [
    'CCA-PL',
    'PL',
    'Główny Inspektorat Weterynarii (GIW)',
    'Warszawa',
    'ul. Wspólna 30',
    '00-930',
    allButOrganic,
  ],
  ['CCA-PL-ORG', 'PL', 'IJHARS', 'Warszawa', 'Aleje Jerozolimskie 98', '00-807', ['organic']],
  [
    'CCA-ES',
    'ES',
    'Ministerio de Agricultura, Pesca y Alimentación',
    'Madrid',
    'Paseo de la Infanta Isabel 1',
    '28014',
  ],
  ['CCA-GR', 'GR', 'Υπουργείο Αγροτικής Ανάπτυξης και Τροφίμων', 'Αθήνα', 'Αχαρνών 2', '10432'],
  [
    'CCA-BG',
    'BG',
    'Българска агенция по безопасност на храните',
    'София',
    'бул. Пенчо Славейков 15А',
    '1606',
  ],
  ['CCA-EE', 'EE', 'Põllumajandus- ja Toiduamet', 'Saku', 'Teaduse 2', '75501'],
  [
    'CCA-LT',
    'LT',
    'Valstybinė maisto ir veterinarijos tarnyba',
    'Vilnius',
    'Siesikų g. 19',
    '07170',
  ],
  [
    'CCA-MT',
    'MT',
    'Dipartiment għas-Saħħa u l-Benessri tal-Annimali',
    'Marsa',
    'Triq l-Abattoir',
    'MRS 1123',
  ],
];

const local: (AuthorityDatum & { parent: string })[] = [
  {
    key: 'LAU-BE-ANT',
    kind: 'LAU',
    country: 'BE',
    name: 'FAVV-AFSCA, LCE Antwerpen',
    city: 'Antwerpen',
    address: 'Italiëlei 124',
    postcode: '2000',
    region: 'Antwerpen',
    parent: 'CCA-BE',
    competences: allButOrganic,
  },
  {
    key: 'LAU-BE-LIE',
    kind: 'LAU',
    country: 'BE',
    name: 'FAVV-AFSCA, ULC Liège',
    city: 'Liège',
    address: 'Boulevard Frère-Orban 25',
    postcode: '4000',
    region: 'Liège',
    parent: 'CCA-BE',
    competences: allButOrganic,
  },
  {
    key: 'OPL-BE',
    kind: 'OPL',
    country: 'BE',
    name: 'Departement Landbouw en Visserij',
    city: 'Brussel',
    address: 'Koning Albert II-laan 35',
    postcode: '1030',
    region: 'Oost-Vlaanderen',
    code: 'BE0101',
    parent: 'CCA-BE',
    competences: ['organic'],
  },
  {
    key: 'RCA-FR-NOR',
    kind: 'RCA',
    country: 'FR',
    name: 'DRAAF Normandie',
    city: 'Rouen',
    address: '2 rue Saint-Sever',
    postcode: '76032',
    region: 'Normandie',
    parent: 'CCA-FR',
  },
  {
    key: 'LAU-FR-76',
    kind: 'LAU',
    country: 'FR',
    name: 'DDPP de la Seine-Maritime',
    city: 'Rouen',
    address: '7 place de la Madeleine',
    postcode: '76036',
    region: 'Normandie',
    parent: 'RCA-FR-NOR',
  },
  {
    key: 'RCA-IT-LOM',
    kind: 'RCA',
    country: 'IT',
    name: 'Regione Lombardia, UO Veterinaria',
    city: 'Milano',
    address: 'Piazza Città di Lombardia 1',
    postcode: '20124',
    region: 'Lombardia',
    parent: 'CCA-IT',
    competences: allButOrganic,
  },
];

const posts: [code: string, name: string, city: string, address: string][] = [
  ['BEANR1', 'Antwerpen, haven', 'Antwerpen', 'Kaai 650'],
  ['BEZEE1', 'Zeebrugge, haven', 'Zeebrugge', 'Isabellalaan 1'],
  ['BEBRU4', 'Brussels Airport', 'Zaventem', 'Brucargo 723'],
  ['FRLEH1', 'Le Havre, port', 'Le Havre', 'Quai de la Moselle'],
  ['FRCDG4', 'Roissy Charles-de-Gaulle', 'Roissy-en-France', 'Rue du Trait d’Union'],
  ['NLRTM1', 'Rotterdam, haven', 'Rotterdam', 'Maasvlakteweg 951'],
  ['NLAMS4', 'Amsterdam Schiphol', 'Schiphol', 'Anchoragelaan 50'],
  ['DEHAM1', 'Hamburg, Hafen', 'Hamburg', 'Altenwerder Damm 22'],
  ['DEFRA4', 'Frankfurt, Flughafen', 'Frankfurt am Main', 'Cargo City Süd 543'],
  ['ITCVV1', 'Civitavecchia, porto', 'Civitavecchia', 'Molo Vespucci'],
  ['ITGIT1', 'Gioia Tauro, porto', 'Gioia Tauro', 'Contrada Lamia'],
  ['ESALG1', 'Algeciras, puerto', 'Algeciras', 'Avenida de la Hispanidad 2'],
  ['GRPIR1', 'Πειραιάς, λιμάνι', 'Πειραιάς', 'Ακτή Μιαούλη 10'],
  ['DKCPH4', 'Københavns Lufthavn', 'Kastrup', 'Kystvejen 16'],
  ['IEDUB4', 'Dublin Airport', 'Dublin', 'Corballis Road'],
  ['IESNN4', 'Shannon Airport', 'Shannon', 'Airport Road'],
];

const customs: [kind: 'CO' | 'EAOC', code: string, name: string, city: string, address: string][] =
  [
    ['CO', 'BE101000', 'Douane Antwerpen', 'Antwerpen', 'Ellermanstraat 21'],
    ['CO', 'BE343000', 'Douane Zeebrugge', 'Zeebrugge', 'Kustlaan 172'],
    ['CO', 'BE301000', 'Douane Aalst', 'Aalst', 'Dokter De Moorstraat 24'],
    ['EAOC', 'BE0001', 'Douane Aalst', 'Aalst', 'Dokter De Moorstraat 24'],
    ['CO', 'DE007152', 'Zollamt Bonn', 'Bonn', 'Am Propsthof 78'],
  ];

/** Every authority, those above before those below (DOMAIN: demonstration data). */
export const authorityData: AuthorityDatum[] = [
  {
    key: 'COMMISSION',
    kind: 'COMMISSION',
    country: 'EU',
    name: 'European Commission, DG SANTE',
    city: 'Bruxelles',
    address: 'Rue Froissart 101',
    postcode: '1040',
  },
  ...central.map(([key, country, name, city, address, postcode, competences]) => ({
    key,
    kind: 'CCA' as const,
    country,
    name,
    city,
    address,
    postcode,
    competences,
    parent: 'COMMISSION',
  })),
  ...local,
  ...posts.map(([code, name, city, address]) => ({
    key: code,
    kind: 'BCP' as const,
    country: code.slice(0, 2),
    name,
    city,
    address,
    code,
    parent: `CCA-${code.slice(0, 2)}`,
  })),
  ...customs.map(([kind, code, name, city, address]) => ({
    key: code,
    kind,
    country: code.slice(0, 2),
    name,
    city,
    address,
    code,
    parent: `CCA-${code.slice(0, 2)}`,
  })),
];
