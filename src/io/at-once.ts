/**
 * So many bytes are read, or written and put on the disk, at once. More is left to the background, where other work can go on
 * meanwhile; to hand less than this over and wait for the answer takes longer than to do it.
 */
export const AT_ONCE_BYTES: number = 64 * 1024;
