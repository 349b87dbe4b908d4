import { languages } from '../../../locales/resources.ts';
import { capitalised, languageName } from '../../i18n/format.ts';

/** The languages of the window, each by its own name: `Français`. */
export const ownNames = languages.map((id) => ({
  id,
  name: capitalised(languageName(id, id), id),
}));
