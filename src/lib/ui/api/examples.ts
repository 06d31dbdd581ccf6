/** A table that the examples read; its second id is that of its first version. */
export const exampleTable = { newest: 'sor-2024-saker', lasting: 'sor-2024-v1-saker' };

/** How the published figures are read with common tools: what somebody types, so the same in every language. */
export function apiExamples(origin: string) {
  const api = `${origin}/api/v1`;
  const { newest } = exampleTable;
  return {
    r: [
      'library(PxWebApiData)',
      'saker <- get_api_data(paste0(',
      `  "${api}/pxweb/tables/${newest}/data",`,
      '  "?outputFormat=json-stat2&valueCodes[maal]=antall"',
      '))',
      '',
      'library(httr2)',
      `svar <- request("${api}/tables/${newest}") |>`,
      '  req_url_query(format = "csv") |>',
      '  req_perform()',
      'tall <- readr::read_csv(resp_body_string(svar), col_types = readr::cols(omraade = "c"))'
    ].join('\n'),
    python: [
      'import pandas as pd',
      '',
      `url = "${api}/tables/${newest}?format=csv"`,
      'tall = pd.read_csv(url, dtype={"omraade": str})',
      'print(tall[tall["maal"] == "antall"][["indikator_tekst", "omraade_tekst", "verdi", "status"]])'
    ].join('\n')
  };
}
