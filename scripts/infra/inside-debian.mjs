/*
 * Commands inside a Debian that lies in a folder. Each sees a mount table of its own, so nothing that is mounted for it is left
 * behind, and many may run at once on different data. `exec` all the way: the process that is started is the command itself.
 */
const SCRIPT = `set -e
mount -t proc proc "$1/proc"
mount -t tmpfs tmpfs "$1/dev/shm"
mount --bind "$2" "$1/srv"
chroot "$1" chown "$3": /srv
system="$1"
user="$3"
shift 3
exec chroot --userspec="$user" "$system" "$@"`;

/**
 * What to spawn so that `command` runs in there.
 * @param {{system: string, data: string, user?: string}} where data: the folder that the command sees as /srv, which will be the user's
 * @returns {[string, string[]]}
 */
export const insideDebian = ({ system, data, user = 'root' }, ...command) => ['unshare', ['--mount', '--propagation', 'private', 'sh', '-c', SCRIPT, 'sh', system, data, user, ...command]];
