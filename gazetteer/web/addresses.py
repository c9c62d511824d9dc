"""Which addresses lie on the public internet, and what hosts that are no names stand for."""

from __future__ import annotations

import ipaddress
import re

__all__ = ["Address", "is_public", "literal_address"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_IPV6_UNICAST = ipaddress.ip_network("2000::/3")  # all that IANA has given out so far
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052, section 2.1
# Counted as global by Python, in one of its versions at least, and still no public server.
_OTHERS = tuple(
    map(
        ipaddress.ip_network,
        (
            "168.63.129.16/32",  # the platform's own service inside Azure
            "192.0.0.0/24",  # protocols, RFC 6890; some clouds keep their services there
            "192.88.99.0/24",  # relays of 6to4, RFC 7526
            "2001::/32",  # Teredo, RFC 4380: holds an address that nobody has checked
            "2002::/16",  # 6to4, RFC 3056: likewise
            "3fff::/20",  # examples, RFC 9637
        ),
    )
)
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")


def is_public(address: Address) -> bool:
    """Tell whether an address is one of a public server, judged by the one it carries inside.

    After IANA's registries of special-purpose addresses, as Python knows them, and a few more. IPv4
    inside of IPv6 counts as what it is; tunnels are refused.

    Examples
    --------
    >>> is_public(ipaddress.ip_address("64:ff9b::127.0.0.1"))
    False
    >>> is_public(ipaddress.ip_address("64:ff9b::8.8.8.8"))
    True
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
        if address.scope_id or address not in _IPV6_UNICAST:
            return False
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in _OTHERS)


def literal_address(host: str) -> Address | None:
    """Return the address that a host of a URL is written as; None where it is a name.

    Only the usual form counts: what C libraries read as an address besides (``127.1``,
    ``0x7f000001``, ``2130706433``, ``0177.0.0.1``) is a fault, not a name.

    Raises
    ------
    ValueError
        A number that is no address in its usual form, or an IPv6 address with a zone.

    Examples
    --------
    >>> literal_address("8.8.8.8")
    IPv4Address('8.8.8.8')
    >>> literal_address("example.org")
    """
    if ":" not in host and "%" not in host:
        last = host.rstrip(".").rpartition(".")[2]
        if not _NUMBER.fullmatch(last):
            return None
    address = ipaddress.ip_address(host)
    if "%" in host:
        raise ValueError("a zone")
    return address
