import { z } from 'zod';

/** Programs on some systems take no longer addresses, in characters. */
const longestAddress = 2000;

/** A mail to prepare: to one mailbox, a subject of one line. */
export const mailSchema = z.strictObject({
  to: z
    .email({ pattern: z.regexes.unicodeEmail })
    .max(320)
    .regex(/^[^\p{Cc}<>,]+$/u),
  subject: z
    .string()
    .min(1)
    .max(300)
    .regex(/^\P{Cc}+$/u),
  body: z.string(),
});
export type Mail = z.infer<typeof mailSchema>;

/**
 * The address that has a mail program prepare a mail (RFC 6068): all of it encoded, lines ended by CRLF, no header but
 * these. A text that would make it too long is cut at the end of a line.
 * @throws {z.ZodError} where it is no mail to one mailbox
 */
export function mailtoOf(mail: Mail): string {
  const { to, subject, body } = mailSchema.parse(mail);
  const at = to.lastIndexOf('@');
  const mailbox = [to.slice(0, at), to.slice(at + 1)].map(encoded).join('@');
  const start = `mailto:${mailbox}?subject=${encoded(subject)}&body=`;
  const lines = body.toWellFormed().split(/\r\n|\r|\n/);
  const address = () => start + encoded(lines.join('\r\n'));
  while (lines.length > 1 && address().length > longestAddress) lines.pop();
  return address();
}

/** RFC 6068 leaves `encodeURIComponent`'s exceptions alone but for the apostrophe, which some programs end the address at. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("'", '%27');
}
