"""What happens when a view has emitted: controllers connect sessions, views and tasks."""
