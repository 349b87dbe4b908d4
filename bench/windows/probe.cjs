const { app } = require('electron');

/**
 * Tells on stdout when the first window shows what a selector finds: `shown AT`, where AT is the end of the frame that
 * shows it, in milliseconds since 1970.
 */
module.exports = function tellWhenShown(selector) {
  app.once('web-contents-created', (_, contents) => {
    contents.once('dom-ready', async () => {
      const ask = `(${whenShown})(${JSON.stringify(selector)})`;
      process.stdout.write(`shown ${await contents.executeJavaScript(ask)}\n`);
    });
  });
};

/** Runs in the window. */
function whenShown(selector) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look);
      // The first frame draws it, at the second it is on the screen.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())),
      );
    };
    look();
  });
}
