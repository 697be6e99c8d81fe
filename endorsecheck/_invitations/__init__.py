"""Invitations behind :mod:`endorsecheck.invitations`: what a note says, and whether it holds."""
