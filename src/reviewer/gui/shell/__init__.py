"""The frame of the window: its head, player, status bar, toasts, first start and small dialogs."""
