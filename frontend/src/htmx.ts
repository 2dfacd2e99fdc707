// htmx puts itself on the window, where its extension finds it; the order of these two matters.
import 'htmx.org';
import 'htmx.org/dist/ext/hx-sse.js';
