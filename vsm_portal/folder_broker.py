"""The built-in broker, `folder://`: Celery's messages as files, for an installation without Redis.

Kombu's own filesystem transport deletes a message when it is taken and writes it where workers
already look: a killed worker loses tasks and a half-written file kills a worker. Here taking,
acknowledging and returning are renames in a `MessageFolder`, so `kill -9` loses nothing. A task may
then run twice, and every task of the portal is safe to run twice.

There is no fan-out, so Celery leaves remote control and events switched off by itself.
"""

import logging
from contextlib import contextmanager

from django.conf import settings
from kombu.exceptions import OperationalError
from kombu.transport import virtual

from .message_folder import MessageFolder

logger = logging.getLogger(__name__)


@contextmanager
def _trouble_as_no_broker():
    """A full disk is to the caller what an unreachable broker is."""
    try:
        yield
    except OSError as trouble:
        raise OperationalError(f"The broker's folder cannot be used: {trouble}") from trouble


class QoS(virtual.QoS):
    """Unacknowledged messages are the files in `taken/`."""

    def ack(self, delivery_tag):
        self.channel.folder.done(delivery_tag)
        super().ack(delivery_tag)

    def reject(self, delivery_tag, requeue=False):
        if not requeue:
            self.channel.folder.done(delivery_tag)
        super().reject(delivery_tag, requeue=requeue)


class Channel(virtual.Channel):
    QoS = QoS

    @property
    def folder(self) -> MessageFolder:
        return self.connection.folder

    def basic_consume(self, queue, *args, **kwargs):
        if count := self.folder.give_back_of_the_dead():
            logger.warning("Back in the queue, from a worker that was killed: %d messages", count)
        return super().basic_consume(queue, *args, **kwargs)

    def _put(self, queue, message, **kwargs):
        with _trouble_as_no_broker():
            self.folder.put(queue, message)

    def _get(self, queue, timeout=None):
        tag, message = self.folder.take(queue)
        message["properties"]["delivery_tag"] = tag
        return message

    def _restore(self, message):
        self.folder.give_back(message.delivery_tag)

    def _size(self, queue):
        with _trouble_as_no_broker():
            return self.folder.size(queue)

    def _purge(self, queue):
        return self.folder.purge(queue)


class Transport(virtual.Transport):
    """In the folder that the transport option `folder` names, or else `BROKER_FOLDER`."""

    Channel = Channel
    #: exchanges and bindings are the same for all connections of the process
    shared_state = virtual.BrokerState()
    default_connection_params = {}  # a folder has no host that could be missing
    driver_type = "folder"
    driver_name = "folder"
    polling_interval = 0.25  # seconds between two looks into an empty queue

    def __init__(self, client, **kwargs):
        super().__init__(client, **kwargs)
        self.state = self.shared_state
        self.folder = MessageFolder(
            client.transport_options.get("folder") or settings.BROKER_FOLDER
        )

    def close_connection(self, connection):
        super().close_connection(connection)
        self.folder.close()

    def driver_version(self):
        return "1"
