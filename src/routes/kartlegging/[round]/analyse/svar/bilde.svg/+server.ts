import { openFile } from '../../taken-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => openFile(event, 'svar', 'svg');
