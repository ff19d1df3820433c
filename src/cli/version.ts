/** As in package.json; a test compares them. It stands here so that a start reads no file for it. */
export const version = '0.1.0';
