/** What somebody administers, and which one of those who do. */
export type Post = readonly [kind: string, name: string, which: number];

/** Who works at the desks. */
export const cast = {
  'central 1': ['CCA', 'FAVV-AFSCA', 0],
  'central 2': ['CCA', 'FAVV-AFSCA', 1],
  'post 1': ['BCP', 'Antwerpen, haven', 0],
  'post 2': ['BCP', 'Antwerpen, haven', 1],
  unit: ['LAU', 'FAVV-AFSCA, LCE Antwerpen', 0],
  'control body': ['control_body', 'Certivanta Bio', 0],
} as const;
export type Member = keyof typeof cast;

export const members = Object.keys(cast) as Member[];
