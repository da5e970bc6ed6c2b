/** Puts the page together: hears the server, draws what it says, and minds the keys. */

import { leaveModal, send, submitModal, surfaceOfView, takeUpModal } from './acting.js';
import { createDesk } from './desk.js';
import { byId, complain } from './dom.js';
import { follow } from './feed.js';
import { createTabs, drawHome } from './home.js';
import { keepPlace, lastPlace, type Place } from './last-place.js';
import { drawLogs } from './logs.js';
import { createModal } from './modal.js';
import { forgetNews, hearNews, waitingFor, waitingIn } from './news.js';
import { closeThread, leaveLostThread, openAwaited, openChannel, openTab, openThread } from './places.js';
import { drawSidebar, walkWithArrows } from './sidebar.js';
import { drawWith, isDirect, redraw, state } from './state.js';

const ANEW = 'The playground was started anew: what stood here is gone, what you are writing is kept.';
const modal = createModal({
  surface: surfaceOfView,
  takeUp: takeUpModal,
  leave: leaveModal,
  submit: submitModal,
  close: (all) => void send({ act: 'close', all }),
});
const drawTabs = createTabs(openTab);
const readDesk = createDesk(become);
let hangUp = () => {};

function become(viewer: string) {
  connect({ viewer, channel: state.channel, thread: null, tab: state.tab }, true);
}

/** `asAnother`: one has become somebody else, and goes on from where that is chosen. */
function connect({ viewer, channel, thread, tab }: Place, asAnother: boolean) {
  hangUp();
  const views = { home: null, modal: null, depth: 0 };
  Object.assign(state, { viewer, tab, thread: null, editing: null, channels: new Map(), seen: new Map(), views });
  modal.draw(views);
  // Nobody writes in another's name while the line changes hands.
  byId('composer').replaceChildren();
  let begun = false;
  hangUp = follow(viewer, {
    hello(hello) {
      const again = begun;
      begun = true;
      if (state.hello !== null && state.hello.started !== hello.started) {
        forgetNews();
        if (again && !modal.lose()) complain(ANEW);
      }
      state.hello = hello;
      state.viewer ||= hello.people[0]?.id ?? '';
      state.seen.clear();
      // After a lost line one goes on where one was, with what one was writing.
      if (again) {
        if (isDirect()) openTab(state.tab);
        return;
      }
      const known = hello.channels.some(({ id }) => id === channel);
      openChannel(known ? channel : (hello.channels[0]?.id ?? ''), asAnother);
      if (known && thread !== null) openThread(thread, false);
    },
    channel(channel) {
      state.channels.set(channel.id, channel);
      const unread = waitingIn(state.viewer, channel.id);
      if (!state.seen.has(channel.id)) state.seen.set(channel.id, channel.posts.length - unread);
      leaveLostThread();
      redraw();
    },
    views(views) {
      state.views = views;
      redraw();
      modal.draw(views);
      // What a form came to may be another gap, or one review less.
      if (views.modal === null) readDesk();
    },
    news(news) {
      hearNews(news, state.viewer);
      redraw();
    },
    line(fault) {
      byId('line').textContent = fault ?? '';
      byId('line').hidden = fault === null;
    },
  });
}

function render() {
  const { hello, viewer } = state;
  const channel = state.channels.get(state.channel);
  if (!hello || !channel) return;
  // The reply may be here before the server has said that it was asked for, or after.
  if (openAwaited()) return;
  state.seen.set(channel.id, channel.posts.length);
  const unread = (id: string) => (state.channels.get(id)?.posts.length ?? 0) - (state.seen.get(id) ?? 0);
  const waiting = (person: string) => (person === viewer ? 0 : waitingFor(person));
  drawSidebar({ hello, viewer, channel: state.channel, unread, waiting }, { openChannel, become });
  const news = hello.channels.some(({ id }) => unread(id) > 0) || hello.people.some(({ id }) => waiting(id) > 0);
  byId('menu').setAttribute('aria-label', news ? 'Channels and people, something new' : 'Channels and people');
  byId('menu').classList.toggle('has-news', news);
  const tab = isDirect() && hello.hasHome ? state.tab : null;
  drawTabs(tab);
  if (tab === 'home') drawHome(state.views.home, hello.bot.name, surfaceOfView);
  drawLogs(hello, channel);
  keepPlace(state);
}

drawWith(render);
// Logs scroll, so the keyboard must reach them.
for (const id of ['log', 'thread-log', 'home']) byId(id).tabIndex = 0;
byId('thread-close').addEventListener('click', closeThread);
byId('menu').addEventListener('click', () => {
  const open = byId('app').classList.toggle('menu-open');
  byId('menu').setAttribute('aria-expanded', String(open));
});
document.addEventListener('keydown', ({ key, defaultPrevented }) => {
  // A dialog takes it for itself, wherever the keyboard stands: what it stood on may have been taken away.
  const inDialog = document.querySelector('dialog[open]') !== null;
  if (key === 'Escape' && !defaultPrevented && !inDialog && state.thread !== null) closeThread();
});
walkWithArrows(byId('sidebar'));
connect(lastPlace(), false);
