// The smaller build without subtitles and keys has the same types and brings none.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
