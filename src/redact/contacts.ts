import { any, END, either, exact, oneOf, type Recognizer, START } from './recognizer.js';

/** What Slack itself writes in angle brackets (docs.slack.dev, "Formatting message text"). */
export const SLACK: readonly Recognizer[] = [
  {
    identifier: 'person',
    why: 'A mention of a person or a group on Slack (R)',
    example: '<@U024BE7LH|dana> said so',
    pattern: any(String.raw`<(?:@|!subteam\^)[a-z0-9]{2,24}(?:\|[^<>]{0,200})?>`),
  },
  {
    identifier: 'person',
    why: 'The id of a person on Slack (R)',
    example: 'ask U024BE7LH',
    pattern: exact(`${START}[UW](?=[A-Z]{0,10}[0-9])[A-Z0-9]{8,11}${END}`),
  },
  {
    identifier: 'channel',
    why: 'A channel on Slack, which may bear a name (A)',
    example: 'see <#C024BE7LR|team-smith>',
    pattern: any(String.raw`<#[a-z0-9]{2,24}(?:\|[^<>]{0,200})?>`),
  },
  {
    identifier: 'date',
    why: "Slack's own form of a date (C)",
    example: 'on <!date^1392734382^{date}|Feb 18>',
    pattern: any(String.raw`<!date\^[^<>]{1,400}>`),
  },
  {
    identifier: 'phone',
    why: "Slack's own form of a phone number (D)",
    example: 'call <tel:+12065550147|206-555-0147>',
    pattern: any('<tel:[^<>]{1,200}>'),
  },
  {
    identifier: 'email',
    why: "Slack's own form of an e-mail address (F)",
    example: '<mailto:jane@example.com|Jane>',
    pattern: any('<mailto:[^<>]{1,600}>'),
  },
  {
    identifier: 'link',
    why: "Slack's own form of a link, with its label (N)",
    example: '<https://example.com/a|photos>',
    pattern: any(String.raw`<[a-z][a-z0-9+.-]{1,20}:\/\/[^<>]{1,4000}>`),
  },
];

const LOCAL_PART = String.raw`[\p{L}\p{M}\p{N}_.%+'-]`;
const LABEL = String.raw`[\p{L}\p{M}\p{N}_]`;
/** Read backwards from the "@", so that a long text without one costs nothing. */
const AT_SIGN = `@(?<=(?<from>${LOCAL_PART}{0,63}${LABEL}[ ]?)@)`;
const AT = either('[(]at[)]', String.raw`\[at\]`, ' at ');
const DOT = either(String.raw`\.`, '[(]dot[)]', String.raw`\[dot\]`, ' dot ');
const TOP = oneOf('com org net edu gov io co health clinic care');
const PROVIDER = oneOf('gmail yahoo hotmail outlook icloud aol');
const FILE_ENDING = either(
  ...'jpg jpeg png heic gif tif tiff webp pdf doc docx xls xlsx ppt pptx csv txt mov mp4 dcm zip'
    .split(' ')
    .flatMap((ending) => [ending, ending.toUpperCase()]),
);

/** A word, with up to three words with a capital before it. */
const FILE_NAME = String.raw`(?:(?<![\p{L}\p{N}_.-])\p{Lu}[\p{L}\p{N}_'-]{0,30}[ ]){0,3}(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_()][\p{L}\p{N}_().-]{0,100}`;

/** Where a person or a person's data can be reached on a network. */
export const NETWORK: readonly Recognizer[] = [
  {
    identifier: 'link',
    why: 'Web addresses (N)',
    example: 'see https://example.com/pt?id=4',
    pattern: any(String.raw`${START}(?:[a-z][a-z0-9+.-]{1,10}:\/\/|www\.)[^\s<>"]{1,2000}(?<![.,;:!?)'\]])`),
  },
  {
    identifier: 'email',
    why: 'E-mail addresses (F; lengths of RFC 5321 4.5.3.1), and all else around an "@"',
    example: 'write to jane.doe@example.com',
    pattern: any(String.raw`${AT_SIGN}(?<![ ]@)${LABEL}(?:[\p{L}\p{M}\p{N}_.-]{0,252}${LABEL})?`),
  },
  {
    identifier: 'email',
    why: 'E-mail addresses with a space in them (F)',
    example: 'jane @ example.com',
    pattern: any(String.raw`${AT_SIGN}[ ]?[\p{L}\p{N}-]{1,63}\.${TOP}${END}`),
  },
  {
    identifier: 'email',
    why: 'E-mail addresses in words (F)',
    example: 'it is tim at gmail dot com',
    pattern: any(
      START +
        either(
          String.raw`[\p{L}\p{N}_.%+-]{1,64}[ ]?${AT}[ ]?[\p{L}\p{N}-]{2,63}(?:[ ]?${DOT}[ ]?\p{L}{2,10}){0,2}[ ]?${DOT}[ ]?${TOP}`,
          String.raw`[\p{L}\p{N}_.%+-]{1,64} at ${PROVIDER}`,
        ) +
        END,
    ),
  },
  {
    identifier: 'file',
    why: 'Files and photos (Q): their names often hold a name or a date',
    example: 'see doe_jane_knee.jpg',
    pattern: exact(String.raw`\.(?=${FILE_ENDING}${END})(?<=(?<from>${FILE_NAME})\.)${FILE_ENDING}${END}`),
  },
  {
    identifier: 'link',
    why: 'Web addresses without their scheme (N)',
    example: 'on portal.example.com/visits',
    pattern: any(String.raw`${START}(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}${TOP}(?:\/[^\s<>"]{0,2000})?${END}`),
  },
  {
    identifier: 'device number',
    why: 'Hardware addresses (M)',
    example: 'mac 00:1B:44:11:3A:B7',
    pattern: any(`${START}(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}${END}`),
  },
  {
    identifier: 'ip address',
    why: 'Internet addresses, versions 4 and 6 (O)',
    example: 'from 192.168.14.7',
    pattern: any(
      either(
        String.raw`(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)`,
        `${START}(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}${END}`,
      ),
    ),
  },
];
