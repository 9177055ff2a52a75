/** Characters in a subject line, as it is written and as it goes out. Mail programs cut longer ones anyway. */
export const LONGEST_SUBJECT = 250;
