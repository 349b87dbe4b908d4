/** What requesters write, by their language; others write nothing or English. */
export const messages: Record<string, string[]> = {
  bg: [
    'Моля за достъп, поех работата от колега.',
    'Новият сезон започва, имам нужда от ролята тази седмица.',
  ],
  da: ['Jeg overtager efter en kollega og skal kunne underskrive fra mandag.'],
  de: [
    'Ich übernehme die Aufgaben von Frau Bruns, die in Elternzeit geht.',
    'Bitte bis Montag, die erste Sendung ist schon unterwegs.',
    'Zweiter Antrag, der erste war im falschen Amt gelandet.',
  ],
  el: ['Αναλαμβάνω τις εισαγωγές της εταιρείας από αυτόν τον μήνα.'],
  en: [
    'I take over from a colleague who has left the team.',
    'First consignment arrives next week, we need access before.',
    'Second try: the first request went to the wrong office.',
    'I work for two sites and need this role for both.',
  ],
  es: ['Sustituyo a una compañera durante su baja.', 'La campaña empieza el lunes.'],
  et: ['Alustan tööd uues osakonnas ja vajan ligipääsu.'],
  fi: ['Siirryn uuteen tehtävään ja tarvitsen oikeudet.'],
  fr: [
    'Je remplace une collègue partie à la retraite.',
    'Premier arrivage prévu la semaine prochaine, merci de traiter avant.',
    'Nouvelle société, toutes les pièces ont été envoyées par courrier.',
  ],
  ga: ['Tá mé ag tosú sa phost nua an tseachtain seo chugainn.'],
  hu: ['Új kolléga vagyok, a múlt héten kezdtem.'],
  it: [
    'Subentro a un collega trasferito in altra sede.',
    'Prima importazione prevista per la fine del mese.',
  ],
  lt: ['Pradedu dirbti naujose pareigose, reikia prieigos.'],
  mt: ['Qed nibda xogħol ġdid u neħtieġ l-aċċess.'],
  nl: [
    'Ik neem het werk over van een collega die vertrokken is.',
    'Eerste zending komt volgende week aan in Antwerpen.',
    'Graag toegang voor de controle van biologische zendingen.',
  ],
  pl: ['Przejmuję obowiązki po koledze.', 'Pierwsza dostawa przychodzi w piątek.'],
  pt: ['Vou substituir uma colega durante as férias.', 'Primeira importação no próximo mês.'],
  ro: ['Preiau atribuțiile unui coleg plecat din instituție.'],
  sv: ['Jag börjar i gruppen på måndag och behöver behörighet.'],
};
