import './styles/base.css';
import './styles/shell.css';
import './styles/components.css';
import './styles/pages.css';
import './generated/tokens.css';
import './htmx';
import { copyButtons } from './copy';
import { demoSignIn } from './demo-sign-in';
import { filters } from './filters';
import { keyboard } from './keyboard';
import { live } from './live';
import { localTimes } from './local-times';

copyButtons(document);
demoSignIn(document);
filters(document);
keyboard(document);
live(document, () => {
  window.location.reload();
});
localTimes(document);
