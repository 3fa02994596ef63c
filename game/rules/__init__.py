"""The game itself, pure: frozen values in, frozen values out.

The shape is an event-sourced aggregate. A *command* is what a seat wants; `verify` says whether it may, from that
seat's view alone (R3.2); `decide` computes and draws and answers with *events* that carry resulting numbers and name
their audience; `evolve` only stores what an event says. `view` is the one door by which anything leaves for a seat.
"""
