export const REDLINE_GENERATOR = 'Mufakat redline';
