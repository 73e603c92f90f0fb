"""Notes as coaches write them, many of them near to a save without being one."""

NOTES = """
Long shot from distance goes over the bar
Shot blocked by the left back
Goalkeeper warms up with the second coach
Keeper comes off his line and punches the cross
Goal from a corner, header at the near post
Penalty scored low into the left corner
Penalty missed, shot hits the post
Goalkeeper kicks the ball straight out of play
Keeper throws the ball out to the right wing
Yellow card for a late tackle on the keeper
Shot on target, the rebound is cleared
Shot wide after a quick counter attack
Free kick from twenty metres hits the wall
Striker stops the ball with his chest and passes back
Referee stops play for an injury
Coach shouts from the sideline, defence too deep
Good pressing after losing the ball
Bad pass in midfield leads to a counter
Corner kick taken short, nothing comes of it
Offside, the flag was late
Throw-in long into the box
Defender clears off the line
Substitution, fresh legs on the left wing
Hamstring problem, player limps off
Great cross but nobody attacks the ball
Through ball splits the defence
Dribble past two players on the right
Lost duel in the air in front of our goal
Won the ball high up the pitch
Own goal after a deflected cross
Goal kick played short, pressing beats us
Goalkeeper misjudges the cross and we concede
Keeper hesitates, striker lobs him, goal
Great goal by the striker from outside the box
Great run by the winger
Great tackle by the centre back
Great pass by the captain
Nice one-two, shot straight at the crossbar
Shot stopped by the wind, funny moment
Second half starts, we switch sides
Half time, we lead by one
Water break because of the heat
Line is too high, they run in behind
Captain asks for calm
Red card for a handball on the line
Rain gets heavier, ball skids
Midfield loses shape after the change
Set piece routine number three worked well
Counter attack three against two wasted
Keeper distribution much better than last week
Shooting practice before kick off
Goalkeeper change at half time
Slow build up, no movement in front
Fans sing, great mood
Full back overlaps and wins a corner
""".strip().splitlines()
SAVE = 'great save by the keeper'
