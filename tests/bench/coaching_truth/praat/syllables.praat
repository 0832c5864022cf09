# Syllable nuclei by the method of de Jong & Wempe (2009): maxima of intensity within 25 dB of its 99 % quantile,
# with a dip of 2 dB before the next one, that are voiced. A line "time dB" for each.
form Syllables of a sound
  sentence file
endform
dip = 2
sound = Read from file: file$
selectObject: sound
pitch = To Pitch (ac): 0.02, 30, 4, "no", 0.03, 0.25, 0.01, 0.35, 0.25, 450
selectObject: sound
intensity = To Intensity: 50, 0, "yes"
top = Get quantile: 0, 0, 0.99
threshold = top - 25
frames = Get number of frames
peaks = 0
for i from 2 to frames - 1
  before = Get value in frame: i - 1
  here = Get value in frame: i
  after = Get value in frame: i + 1
  if here > before and here >= after and here > threshold
    peaks += 1
    frame [peaks] = i
    level [peaks] = here
  endif
endfor
# A peak counts when the level falls by the dip before it comes to the next one that rises as much above it.
kept = 0
if peaks > 0
  current = 1
  for k from 2 to peaks
    low = level [current]
    for i from frame [current] to frame [k]
      value = Get value in frame: i
      if value < low
        low = value
      endif
    endfor
    if level [current] - low > dip and level [k] - low > dip
      kept += 1
      nucleus [kept] = frame [current]
      loud [kept] = level [current]
      current = k
    elsif level [k] > level [current]
      current = k
    endif
  endfor
  kept += 1
  nucleus [kept] = frame [current]
  loud [kept] = level [current]
endif
for k to kept
  selectObject: intensity
  time = Get time from frame number: nucleus [k]
  selectObject: pitch
  hz = Get value at time: time, "Hertz", "linear"
  if hz <> undefined
    appendInfoLine: fixed$ (time, 3), " ", fixed$ (loud [k], 1)
  endif
endfor
