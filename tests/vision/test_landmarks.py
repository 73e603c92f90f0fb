from vision.landmarks import HAND_CONNECTIONS, POSE_CONNECTIONS, FaceKeypoint, Landmarks, PoseLandmark


def test_poses_have_mediapipes_names_and_connections() -> None:
    from mediapipe.tasks.python.vision import PoseLandmark as Theirs
    from mediapipe.tasks.python.vision import PoseLandmarksConnections

    assert [(point.name, point.value) for point in PoseLandmark] == [(point.name, point.value) for point in Theirs]
    assert [(line.start, line.end) for line in PoseLandmarksConnections.POSE_LANDMARKS] == list(POSE_CONNECTIONS)


def test_hands_have_mediapipes_connections() -> None:
    from mediapipe.tasks.python.vision import HandLandmarksConnections

    assert [(line.start, line.end) for line in HandLandmarksConnections.HAND_CONNECTIONS] == list(HAND_CONNECTIONS)


def test_a_faces_key_points_follow_the_corners_of_its_box() -> None:
    assert [point.value for point in FaceKeypoint] == [2, 3, 4, 5, 6, 7]


def test_empty_landmarks_hold_nothing() -> None:
    nothing = Landmarks.empty(3.5)
    assert (nothing.time_s, nothing.poses, nothing.hands, nothing.faces) == (3.5, (), (), ())
