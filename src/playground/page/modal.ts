/** The app's modal: a dialog that keeps the keyboard, with the errors at their fields. */

import type { WireResult, WireView, WireViews } from '../wire.js';
import { byId, el, placeNotice } from './dom.js';
import type { Surface } from './slot.js';
import { drawView, fieldIn, showErrors } from './view.js';

const LOST =
  'The playground was started anew and knows this form no more. Copy what you need, close it, and open it once more.';
const ELSEWHERE = 'This form was sent or closed in another tab. Copy what you need, then close it.';

export interface ModalActs {
  surface(view: WireView): Surface;
  /** True where what was left in the same form stands in this one again. */
  takeUp(view: WireView): boolean;
  /** What is filled in is to stand in the same form the next time. */
  leave(view: WireView): void;
  /** Null where it could not be done; the person has been told. */
  submit(view: WireView): Promise<WireResult | null>;
  /** Closes the view in sight, or all of the modal. */
  close(all: boolean): void;
}

export interface Modal {
  /** Keeps the dialog in step with what the server says of the viewer's modal. */
  draw(views: WireViews): void;
  /** The server was started anew and knows nothing of the modal: what is filled in stays in sight until it is closed. False where there is none. */
  lose(): boolean;
}

export function createModal(acts: ModalActs): Modal {
  const dialog = byId('modal') as HTMLDialogElement;
  const body = byId('modal-body');
  const trouble = byId('modal-trouble');
  const left = byId('modal-left');
  let shown: WireView | null = null;
  let depth = 0;
  let lost = false;
  /** Sent from here: that it goes is no surprise. */
  let sent = false;

  async function submit(event: Event) {
    event.preventDefault();
    const view = shown;
    const button = byId('modal-buttons').querySelector<HTMLButtonElement>('.primary');
    if (!view || !button || button.getAttribute('aria-busy')) return;
    button.setAttribute('aria-busy', 'true');
    sent = true;
    const result = await acts.submit(view);
    const errors = result?.errors ?? {};
    if (!result || result.trouble || Object.keys(errors).length > 0) sent = false;
    button.removeAttribute('aria-busy');
    if (!result || view !== shown) return;
    showErrors(body, errors);
    trouble.textContent = result.trouble
      ? `We had some trouble connecting. Try again? (Slack says no more than that. Here: ${result.trouble})`
      : '';
  }

  /** `keeps`: only "Cancel" gives up what is filled in. */
  function close(all: boolean, keeps: boolean) {
    if (keeps && shown !== null) acts.leave(shown);
    // Gone at once, whatever the server says: nobody is locked in by a server that is down.
    const known = !lost;
    if (all || depth <= 1 || lost) {
      shown = null;
      lost = false;
      dialog.close();
    }
    if (known) acts.close(all);
  }

  function fill(view: WireView) {
    byId('modal-title').textContent = view.title;
    left.hidden = !acts.takeUp(view);
    drawView(body, view, acts.surface(view));
    byId('modal-buttons').replaceChildren(
      el(
        'button',
        { type: 'button', class: 'button', click: () => close(false, false) },
        view.close ?? (view.submit === null ? 'Close' : 'Cancel'),
      ),
      ...(view.submit === null ? [] : [el('button', { type: 'submit', class: 'button primary' }, view.submit)]),
    );
  }

  byId('modal-form').addEventListener('submit', submit);
  byId('modal-close').addEventListener('click', () => close(true, true));
  dialog.addEventListener('close', placeNotice);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close(true, true);
  });

  function lose(words: string) {
    lost = true;
    trouble.textContent = words;
    byId('modal-buttons').querySelector('.primary')?.remove();
  }

  function draw({ modal, depth: deep }: WireViews) {
    if (lost && !modal) return;
    lost = false;
    depth = deep;
    if (!modal) {
      if (shown && !sent && Object.keys(acts.surface(shown).form.values(shown.blocks)).length > 0)
        return lose(ELSEWHERE);
      sent = false;
      shown = null;
      if (dialog.open) dialog.close();
      return;
    }
    const isNew = modal.id !== shown?.id;
    if (!isNew && modal.hash === shown?.hash && dialog.open) return;
    shown = modal;
    sent = false;
    trouble.textContent = '';
    fill(modal);
    if (!dialog.open) dialog.showModal();
    if (!isNew) return;
    body.scrollTop = 0;
    const start = fieldIn(body) ?? dialog.querySelector<HTMLElement>('.primary') ?? byId('modal-close');
    start.focus({ preventScroll: true });
  }

  return {
    draw,
    lose() {
      if (shown === null) return false;
      lose(LOST);
      return true;
    },
  };
}
