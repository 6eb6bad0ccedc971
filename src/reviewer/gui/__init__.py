"""The window: views, dialogs, controllers and painted widgets over the use cases of `app`; the only room with Qt."""
