import { fold } from './fold.ts';

/** Parts of a mailbox's name that stand for an office and not for a person, folded, in languages of the Union. */
export const sharedMailboxes = folded(`
  admin administration admissions backoffice bcp bip booking certificates compliance contact customs desk
  dispatch export forwarding frontoffice hello helpdesk import imports info inspection logistics mail mailbox
  noreply office operations orders organic pcf pif planning post postmaster quality reception sales secretariat
  service servicedesk shipping sps support team traces traffic transport veterinary webmaster
  administratie balie inspectie kantoor douane douanes expedition guichet logistique secrétariat agence
  zoll zollamt gkst kontakt sekretariat logistik einfuhr ausfuhr amministrazione contatto dogana segreteria
  ufficio aduana aduanas contacto oficina secretaria alfândega kontor told tull tulli virasto muita muitinė
  kancelaria sekretariat podatelna urad uprava hivatal vám vama birou митница τελωνείο`);

/** Providers that give a mailbox to anybody. */
export const freeProviders = folded(`
  abv.bg aol.com centrum.cz free.fr freemail.hu freenet.de gmail.com gmx.at gmx.com gmx.de gmx.net
  googlemail.com hotmail.be hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it icloud.com inbox.lt
  inbox.lv interia.pl laposte.net libero.it live.com live.fr live.nl mail.bg mail.com mail.ru me.com msn.com
  o2.pl onet.pl orange.fr outlook.be outlook.com outlook.de outlook.es outlook.fr proton.me protonmail.com
  sapo.pt seznam.cz skynet.be t-online.de telenet.be tiscali.it virgilio.it wanadoo.fr web.de wp.pl
  yahoo.co.uk yahoo.com yahoo.de yahoo.es yahoo.fr yahoo.gr yahoo.it yahoo.ro yandex.ru zoho.com`);

/**
 * Words of organisations and posts in languages of the Union, folded. Those that are names of people too (Border,
 * Bureau, Carina, Post, Toll, Zoll) are left out.
 */
export const organisationWords = folded(`
  administration agency authority bcp bip certification company control customs department desk export import
  inspection inspectorate limited logistics ministry office reception secretariat service services shipping
  station team traces trading transport unit veterinary
  administratie afdeling bedrijf dienst douane inspectie kantoor ministerie
  abteilung behörde kontrolle ministerium referat sekretariat
  agence contrôle douanes frontalier ministère poste secrétariat
  agenzia controllo direzione dogana dogane frontaliero ministero posto segreteria servizio ufficio
  aduana aduanas agencia dirección inspección ministerio oficina puesto secretaría servicio
  alfândega direção inspeção fronteiriço ministério repartição serviço
  grænsekontrol kontor styrelsen toldstyrelsen avdelning gränskontroll myndighet tullverket
  laitos palvelu rajatarkastus rajatarkastusasema toimisto tulli virasto
  osakond piiripunkt teenistus dienests muita pārvalde robežkontrole muitinė pasienio postas tarnyba
  dział graniczna graniczny inspekcja inspektorat oddział posterunek punkt urząd
  celní inspekce oddělení správa stanice úřad colný inspekcia oddelenie stanica úrad
  granični inspekcija ministarstvo ministrstvo mejna uprava urad ured
  állomás határátkelő hivatal iroda osztály vámhivatal
  agenția birou direcția inspecție inspectorat oficiu punct serviciul vama vamal
  агенция дирекция инспекция митница министерство отдел пункт служба граничен
  γραφείο διεύθυνση σταθμός συνοριακός τελωνείο υπηρεσία υπουργείο
  dwana uffiċċju oifig custaim seirbhís`);

/** Ends of compounds that name an authority or a post, folded: Veterinäramt, Grenzkontrollstelle, grenscontrolepost. */
export const organisationEnds = [
  ...folded('amt behörde dienst inspektion kontrollstelle controlepost inspectiepost kantoor'),
];

/**
 * Legal forms of companies, without their dots, as the last word of a name. The short ones are names of people too
 * (Sá, As) and count only as companies write them.
 */
export const legalForms: ReadonlySet<string> = new Set(
  words(`
    AB AE AG ApS AS BV BVBA CV EOOD GmbH IKE KG Kft KFT Lda LDA Ltd LTD NV OOD Oy OY SA SARL SAS SIA SL SpA
    SPA Srl SRL SRO UAB Zrt ZRT dd doo sro zoo ЕООД ООД ΑΕ ΕΠΕ ΙΚΕ`),
);

function folded(text: string): ReadonlySet<string> {
  return new Set(words(text).map(fold));
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
