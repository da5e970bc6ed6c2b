/** What comes with a message besides its text: files, and a message of elsewhere. */

import type { Json } from './json.js';
import type { Post } from './posts.js';
import { BOT, findChannel, findPerson, TEAM } from './workspace.js';

/** A file as one drops it into the box. Nothing of it is kept but this. */
export interface Dropped {
  name: string;
  mimetype?: string;
}

/** Files as messages carry them. Page: https://docs.slack.dev/reference/objects/file-object */
export function filesOf(dropped: readonly Dropped[], user: string, ts: string): Json[] {
  return dropped.map(({ name, mimetype = 'application/octet-stream' }, place) => {
    const id = `F0${ts.replace('.', '')}${place}`;
    const filetype = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : 'binary';
    const created = Math.floor(Number(ts));
    return {
      id,
      created,
      timestamp: created,
      name,
      title: name,
      mimetype,
      filetype,
      pretty_type: filetype.toUpperCase(),
      user,
      user_team: TEAM.id,
      editable: false,
      size: 1,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: true,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: `https://files.slack.com/files-pri/${TEAM.id}-${id}/${encodeURIComponent(name)}`,
      permalink: `https://${TEAM.domain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
    };
  });
}

/** A link to a message. Page: https://docs.slack.dev/reference/methods/chat.getPermalink */
export function linkTo({ channel, ts }: Post): string {
  return `https://${TEAM.domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}`;
}

/** A message that is passed on: an attachment with its text, its blocks and whose it was. */
export function sharedMessage(post: Post): Json {
  const { user, channel, ts, text, blocks } = post;
  const { name, username } = user === BOT.id ? BOT : (findPerson(user) ?? { name: user, username: user });
  const site = `https://${TEAM.domain}.slack.com`;
  return {
    id: 1,
    ts,
    channel_id: channel,
    channel_team: TEAM.id,
    is_msg_unfurl: true,
    is_share: true,
    message_blocks: [{ team: TEAM.id, channel, ts, message: { blocks } }],
    from_url: linkTo(post),
    author_id: user,
    author_name: name,
    author_subname: name,
    author_link: `${site}/team/${user}`,
    fallback: `[${new Date(Number(ts) * 1000).toUTCString()}] ${username}: ${text}`,
    text,
    mrkdwn_in: ['text'],
    footer: `Posted in #${findChannel(channel)?.name}`,
  };
}
