import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** Where to tell stands in a table of its own: it is let go of long before the escalation is. */
export async function escalationsSchema({ schema }: Kysely<Tables>): Promise<void> {
  await schema
    .createTable('escalations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asked', 'text')
    .addColumn('alike', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('door', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('shown', 'text')
    .addColumn('warnings', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('askers', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('lead', 'text')
    .addColumn('lead_person', 'text', (column) => column.notNull())
    .addColumn('entry', 'text')
    .addColumn('answer', 'text')
    .addColumn('reopened', 'integer', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('card', 'text')
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('escalations_by_time').on('escalations').columns(['at', 'id']).execute();
  await schema.createIndex('escalations_by_person').on('escalations').column('person').execute();
  await schema.createIndex('escalations_by_lead').on('escalations').column('lead_person').execute();
  await schema.createIndex('escalations_by_card').on('escalations').column('card').execute();
  await schema
    .createTable('notices')
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addColumn('slack_user', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('copy_channel', 'text', (column) => column.notNull())
    .addColumn('copy_ts', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('notices_key', ['about', 'person'])
    .execute();
  await schema.createIndex('notices_by_person').on('notices').column('person').execute();
}
