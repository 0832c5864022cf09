#!/usr/bin/env bash
# make-camera.sh FOLDER: the camera that benchmarks record from, made once. A hand-held webcam as it really looks to an
# encoder: 1280x720@30 MJPEG, a textured room panned by an unsteady hand, a person who moves, sensor noise in every frame,
# and Indonesian speech beside it.
set -euo pipefail
folder=${1:?usage: make-camera.sh FOLDER}
mkdir -p "$folder"
cd "$folder"
[ -s camera.mkv ] && exit 0

convert -seed 11 -size 1700x1100 plasma:'#b89c7c-#4a3a2c' \
  \( -size 1700x1100 xc:gray50 -seed 12 +noise Gaussian -colorspace Gray -blur 0x0.8 \) -compose overlay -composite \
  -fill '#31506b' -draw 'rectangle 120,160 430,900' -fill '#6b2f31' -draw 'rectangle 1240,220 1540,960' -depth 8 room.png
convert -size 440x640 xc:none -fill '#c98f63' -draw 'ellipse 220,160 105,135 0,360' \
  -fill '#3b4f7a' -draw 'roundrectangle 40,300 400,640 64,64' \
  -fill black -draw 'circle 180,150 190,150 circle 262,150 272,150' person.png
espeak-ng -v id+f3 -s 140 -w voice.wav "Halo kakak kakak, selamat datang di toko kami. Kain ini dicetak dari daun asli, \
jadi tidak ada dua yang sama. Harganya seratus delapan puluh lima ribu rupiah, stok tinggal dua belas. Silakan klik keranjang nomor dua."
sox voice.wav -r 48000 -c 2 speech.wav norm -6 pad 0 0.7
ffmpeg -v error -y -loop 1 -framerate 30 -i room.png -loop 1 -framerate 30 -i person.png -stream_loop -1 -i speech.wav \
  -filter_complex "[0]crop=1280:720:x='190+120*sin(t*0.8)+5*sin(t*7.9)':y='170+80*cos(t*0.6)+5*sin(t*6.7)'[room];\
[room][1]overlay=x='420+80*sin(t*1.6)':y='100+16*sin(t*5.1)',noise=alls=7:allf=t,format=yuvj420p[v]" \
  -map '[v]' -map 2:a -t 20 -c:v mjpeg -q:v 4 -c:a pcm_s16le camera.part.mkv
# A card of the size that the program feed shows, for the ffmpeg command line to overlay.
convert -size 720x1280 xc:none -fill 'rgba(255,255,255,0.96)' -draw 'roundrectangle 28,1040 692,1248 26,26' \
  -fill '#6f8f5a' -draw 'roundrectangle 46,1058 218,1230 18,18' -fill 'rgba(20,22,43,0.8)' -draw 'roundrectangle 552,30 692,86 20,20' card.png
mv camera.part.mkv camera.mkv
