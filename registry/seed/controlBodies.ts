/** An invented organic control body with its code for each country that it certifies for. */
export interface ControlBodyDatum {
  name: string;
  country: string;
  city: string;
  address: string;
  countries: [country: string, code: string][];
}

/** Codes follow the convention XX-BIO-999, from 901 on: demonstration data. */
export const controlBodyData: ControlBodyDatum[] = [
  {
    name: 'Certivanta Bio',
    country: 'BE',
    city: 'Gent',
    address: 'Kouter 118',
    countries: [
      ['BE', 'BE-BIO-901'],
      ['NL', 'NL-BIO-901'],
      ['FR', 'FR-BIO-901'],
      ['AL', 'AL-BIO-901'],
      ['AM', 'AM-BIO-901'],
    ],
  },
  {
    name: 'Kontrollverein Grünmark',
    country: 'DE',
    city: 'Göttingen',
    address: 'Weender Straße 301',
    countries: [
      ['DE', 'DE-ÖKO-902'],
      ['PL', 'PL-EKO-902'],
      ['BE', 'BE-BIO-902'],
    ],
  },
  {
    name: 'Verifica Zolmetta',
    country: 'IT',
    city: 'Bologna',
    address: 'Via Zamboni 310',
    countries: [
      ['IT', 'IT-BIO-903'],
      ['RO', 'RO-ECO-903'],
    ],
  },
  {
    name: 'Sello Marvenda',
    country: 'ES',
    city: 'Sevilla',
    address: 'Calle Betis 205',
    countries: [
      ['ES', 'ES-ECO-904'],
      ['PT', 'PT-BIO-904'],
    ],
  },
  {
    name: 'Βιοέλεγχος Θαλλός',
    country: 'GR',
    city: 'Θεσσαλονίκη',
    address: 'Τσιμισκή 240',
    countries: [
      ['GR', 'GR-BIO-905'],
      ['BG', 'BG-BIO-905'],
    ],
  },
];
