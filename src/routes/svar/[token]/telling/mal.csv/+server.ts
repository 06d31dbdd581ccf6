import { caseTableColumns } from '#lib/domain/case/case-table.ts';
import { delimitedFile } from '#lib/domain/delimited-file.ts';
import { messagesIn } from '#lib/i18n/messages.ts';
import { openRespondent } from '../../respondent.ts';
import type { RequestHandler } from './$types';

// openRespondent asks access.may for the link's municipality.
export const GET: RequestHandler = async ({ locals, params }) => {
  await openRespondent(locals, params.token);
  const { columns, page } = messagesIn(locals.language).ownCount;
  const head = caseTableColumns.map((column) => columns[column]);
  return new Response(delimitedFile([head], 'norwegian_excel'), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${page.templateName}"`
    }
  });
};
