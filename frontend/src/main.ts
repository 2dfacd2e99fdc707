import './styles/base.css';
import './styles/shell.css';
import './styles/components.css';
import './styles/pages.css';
import './generated/tokens.css';
import './htmx';
import { confirmations } from './confirmation';
import { copyButtons, showCopyButtons } from './copy';
import { countdown } from './countdown';
import { demoSignIn } from './demo-sign-in';
import { filters } from './filters';
import { keyboard } from './keyboard';
import { live } from './live';
import { localTimes } from './local-times';
import { planDialog } from './plan-dialog';

/** What pages and parts of pages that arrive later need alike. */
function enhance(part: ParentNode): void {
  showCopyButtons(part);
  confirmations(part);
  localTimes(part);
}

copyButtons(document);
countdown(document);
demoSignIn(document);
filters(document);
keyboard(document);
live(document, () => {
  window.location.reload();
});
planDialog(document, (address) => {
  window.location.assign(address);
}, enhance);
enhance(document);
document.addEventListener('htmx:after:swap', (event) => {
  if (event.target instanceof Element) {
    enhance(event.target);
  }
});
