/** RFC 4180 ends a line with CR and LF; the LF is added on printing. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r`;
}

/**
 * Where a spreadsheet would take a cell for a formula: at its beginning, and after everything that ends a cell for one that
 * separates otherwise than by commas, past blanks and quotation marks. Excel reads the wide forms too.
 * Page: https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /(?<=^|[,;\t\r\n])(?=[\s"]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/g;

/** A cell that a spreadsheet shows and does not run: an apostrophe stands before what it would take for a formula. */
function csvCell(text: string): string {
  const tame = text.replace(FORMULA, "'");
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
