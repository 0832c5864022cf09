# Pitch by autocorrelation as Praat takes it by default: a line "time hz" each 10 ms, 0 for not voiced.
form Pitch of a sound
  sentence file
endform
sound = Read from file: file$
pitch = To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
frames = Get number of frames
for i to frames
  time = Get time from frame number: i
  hz = Get value in frame: i, "Hertz"
  if hz = undefined
    hz = 0
  endif
  appendInfoLine: fixed$ (time, 5), " ", fixed$ (hz, 1)
endfor
