import type { Faker } from '@faker-js/faker';
import { faker as da } from '@faker-js/faker/locale/da';
import { faker as de } from '@faker-js/faker/locale/de';
import { faker as el } from '@faker-js/faker/locale/el';
import { faker as en_IE } from '@faker-js/faker/locale/en_IE';
import { faker as es } from '@faker-js/faker/locale/es';
import { faker as fi } from '@faker-js/faker/locale/fi';
import { faker as fr } from '@faker-js/faker/locale/fr';
import { faker as fr_BE } from '@faker-js/faker/locale/fr_BE';
import { faker as hu } from '@faker-js/faker/locale/hu';
import { faker as it } from '@faker-js/faker/locale/it';
import { faker as nl } from '@faker-js/faker/locale/nl';
import { faker as nl_BE } from '@faker-js/faker/locale/nl_BE';
import { faker as pl } from '@faker-js/faker/locale/pl';
import { faker as pt_PT } from '@faker-js/faker/locale/pt_PT';
import { faker as ro } from '@faker-js/faker/locale/ro';
import { faker as sv } from '@faker-js/faker/locale/sv';

const libraries = {
  ...{ da, de, el, en_IE, es, fi, fr, fr_BE, hu, it, nl, nl_BE, pl, pt_PT, ro, sv },
} satisfies Record<string, Faker>;

/** Names of the languages that the library has none for: first and last names that go together. */
const ownLists = {
  bg: [
    { first: ['Иван', 'Георги', 'Димитър', 'Стоян'], last: ['Петков', 'Желязков', 'Юруков'] },
    { first: ['Мария', 'Елена', 'Цветана', 'Йорданка'], last: ['Ангелова', 'Щерева', 'Кънчева'] },
  ],
  et: [
    {
      first: ['Tõnu', 'Külli', 'Mihkel', 'Õnne', 'Jüri', 'Piret', 'Ülle', 'Kaarel'],
      last: ['Mägi', 'Põldmaa', 'Kõiv', 'Jõgi', 'Räisä', 'Ööbik', 'Saar'],
    },
  ],
  ga: [
    { first: ['Pádraig', 'Seán', 'Tadhg'], last: ['Ó Súilleabháin', 'Mac Cárthaigh', 'Ó Sé'] },
    { first: ['Siobhán', 'Gráinne', 'Órla'], last: ['Ní Bhriain', 'Nic Dhonnchadha', 'Ní Shé'] },
  ],
  lt: [
    { first: ['Žygimantas', 'Šarūnas', 'Ąžuolas'], last: ['Žemaitis', 'Jankūnas', 'Būtėnas'] },
    { first: ['Jūratė', 'Rūta', 'Eglė'], last: ['Kazlauskienė', 'Šimkutė', 'Čepaitė'] },
  ],
  mt: [
    {
      first: ['Ġorġ', 'Żaren', 'Ċensa', 'Mikiel', 'Ħelena', 'Ġużeppi', 'Karmena'],
      last: ['Għigo', 'Żammit', 'Ċassar', 'Mifsud', 'Xuereb', 'Ħili', 'Borġ'],
    },
  ],
};

export type NameSource = keyof typeof libraries | keyof typeof ownLists;

/** Draws names that are the same for the same seed. */
export function nameDrawer(seed: number, pick: <T>(from: readonly T[]) => T) {
  for (const library of Object.values(libraries)) library.seed(seed);
  return (source: NameSource): { firstName: string; lastName: string } => {
    if (isOwn(source)) {
      const { first, last } = pick(ownLists[source]);
      return { firstName: pick(first), lastName: pick(last) };
    }
    const { person } = libraries[source];
    const sex = person.sexType();
    return { firstName: person.firstName(sex), lastName: person.lastName(sex) };
  };
}

function isOwn(source: NameSource): source is keyof typeof ownLists {
  return source in ownLists;
}
