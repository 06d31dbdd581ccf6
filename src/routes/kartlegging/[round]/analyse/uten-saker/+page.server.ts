import { openTopic } from '../open-topic.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => openTopic(event, 'uten-saker');
