package dev.paddock.hardware;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The networks this computer is in. */
public final class NetworkAddresses {
    private NetworkAddresses() {}

    /** Its IPv4 addresses there; may block for some milliseconds. */
    public static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(NetworkAddresses::usable)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .sorted()
                    .toList();
        } catch (SocketException untold) {
            return List.of();
        }
    }

    private static boolean usable(NetworkInterface network) {
        try {
            return network.isUp() && !network.isLoopback();
        } catch (SocketException untold) {
            return false;
        }
    }
}
