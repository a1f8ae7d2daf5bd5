// The committed data, as far as tests compare pages with them.

import { readFileSync } from 'node:fs';

/** A name in the language that it is written in. */
interface Name {
  lang: string;
  name: string;
}

export interface Member {
  id: string;
  slug: string;
  names: Record<string, string>;
  native_names?: Name[];
  status: 'member' | 'observer';
  region: string;
  joined?: string;
  absent_from?: string;
  absent_until?: string;
  memberships?: { organisation: string; status: string }[];
}

export interface Chamber {
  kind?: string;
  term?: number;
  electoral_system?: string;
  seats?: number;
  filled?: number;
  women?: number;
  women_share?: number;
  later_election?: string;
}

export interface Parliament {
  id: string;
  structure: string;
  status: string;
  chambers?: Chamber[];
  next_election?: string;
}

export interface Event {
  id: string;
  type: string;
  state: string;
  start: string;
  end?: string;
  country?: string;
  hosts?: string[];
  /** Whom it concerned. */
  members?: string[];
}

export interface Contact {
  id: string;
  member?: string;
  kind: string;
  value?: string;
}

export const contacts: Contact[] = read('../../public/data/contacts.json');
export const events: Event[] = read('../../public/data/events.json');
export const members: Member[] = read('../../public/data/members.json');
export const parliaments: Parliament[] = read('../../public/data/parliaments.json');

/** The languages of the site, the one at its root first. */
export const languages: string[] = read<{ languages: string[] }>('../../public/data/network.json').languages;

/** A file beside the tests, as JSON. */
export function read<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** A member by its id. */
export function member(id: string): Member {
  return found(members, id);
}

/** The parliament of a member. */
export function parliament(id: string): Parliament {
  return found(parliaments, id);
}

function found<Record extends { id: string }>(records: Record[], id: string): Record {
  const record = records.find((one) => one.id === id);
  if (!record) throw new Error(`the data hold no ${id}`);
  return record;
}
